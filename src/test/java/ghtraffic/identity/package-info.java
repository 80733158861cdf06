/** The first set-up and the provider's subjects; each {@code *IT} inside the server, on each database. */
@org.jspecify.annotations.NullMarked
package ghtraffic.identity;
