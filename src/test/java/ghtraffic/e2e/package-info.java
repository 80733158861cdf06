/**
 * Tests of the whole, from outside: the sandbox as a newcomer starts it, a real browser, real HTTP. They know pages and
 * addresses, not classes.
 */
@NullMarked
package ghtraffic.e2e;

import org.jspecify.annotations.NullMarked;
