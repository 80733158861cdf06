/** What users manage for themselves: profile, sessions and access tokens. */
@NullMarked
package ghtraffic.account;

import org.jspecify.annotations.NullMarked;
