/**
 * The numbers: what GitHub said of each repository's days, kept for good.
 *
 * <p>{@link ghtraffic.traffic.TrafficLedger} writes and never lets a value shrink, because the window that GitHub shows is
 * cut at both ends: the right value of each field of each day is the maximum of all that GitHub ever said.
 * {@link ghtraffic.traffic.TrafficHistory} reads and keeps apart a day without traffic (zeros), a day that no collection
 * has seen whole (partial) and a day that no collection covered (nothing). Uniques are never added up. What other tools
 * have collected comes in from files, through the same ledger.
 */
@NullMarked
package ghtraffic.traffic;

import org.jspecify.annotations.NullMarked;
