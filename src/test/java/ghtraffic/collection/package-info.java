/** Runs and what they collect; each {@code *IT} inside the server, on each database. */
@org.jspecify.annotations.NullMarked
package ghtraffic.collection;
