/** Signing in and out in a browser, and finding out who sends a request. */
@NullMarked
package ghtraffic.web.signin;

import org.jspecify.annotations.NullMarked;
