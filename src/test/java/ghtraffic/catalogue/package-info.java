/** What is tracked and who sees it; each {@code *IT} inside the server, on each database. */
@org.jspecify.annotations.NullMarked
package ghtraffic.catalogue;
