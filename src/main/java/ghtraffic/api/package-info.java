/**
 * What all REST resources share: base path, description, who may call, limits, entity tags, parameters, and errors as
 * {@code application/problem+json} (RFC 9457). The resources are in the packages of their features.
 */
@NullMarked
package ghtraffic.api;

import org.jspecify.annotations.NullMarked;
