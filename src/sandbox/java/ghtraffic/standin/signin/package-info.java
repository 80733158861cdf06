/** Signing in with the stand-in: the pages and addresses of an OAuth app, and sample people. */
@NullMarked
package ghtraffic.standin.signin;

import org.jspecify.annotations.NullMarked;
