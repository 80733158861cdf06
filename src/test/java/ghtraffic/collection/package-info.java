/** Runs and their lease inside the server, on each database. */
@org.jspecify.annotations.NullMarked
package ghtraffic.collection;
