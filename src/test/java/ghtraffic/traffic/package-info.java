/** The ledger and the history inside the server, on each database. */
@org.jspecify.annotations.NullMarked
package ghtraffic.traffic;
