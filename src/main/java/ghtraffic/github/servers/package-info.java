/**
 * Which GitHub servers the application may call: github.com, public hosts, and the hosts that the operator allows.
 */
@NullMarked
package ghtraffic.github.servers;

import org.jspecify.annotations.NullMarked;
