/** Stars, forks, watchers and open issues of each day. */
@NullMarked
package ghtraffic.traffic.popularity;

import org.jspecify.annotations.NullMarked;
