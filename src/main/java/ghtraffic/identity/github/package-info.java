/**
 * Signing in with GitHub: asks GitHub who a user is, and keeps which subject stands for which GitHub account.
 */
@NullMarked
package ghtraffic.identity.github;

import org.jspecify.annotations.NullMarked;
