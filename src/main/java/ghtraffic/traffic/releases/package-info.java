/** Releases, and how often their files were downloaded. */
@NullMarked
package ghtraffic.traffic.releases;

import org.jspecify.annotations.NullMarked;
