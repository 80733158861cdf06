/** Top referrers and top pages: rolling 14 days, as GitHub reported them each day. */
@NullMarked
package ghtraffic.traffic.sources;

import org.jspecify.annotations.NullMarked;
