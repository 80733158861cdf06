/**
 * What every REST resource shares: the base path, the description, who may call at all, what a caller may keep, and errors as
 * {@code application/problem+json} (RFC 9457). The resources themselves live in the rooms that they show and say what went
 * wrong with Jakarta REST's own exceptions; this room turns those into problems.
 */
@NullMarked
package ghtraffic.api;

import org.jspecify.annotations.NullMarked;
