/**
 * What every page shares: the frame with its navigation, security headers, the check that a change comes from our own
 * pages, errors, and signing out. The pages themselves live in the rooms that they show.
 */
@NullMarked
package ghtraffic.web;

import org.jspecify.annotations.NullMarked;
