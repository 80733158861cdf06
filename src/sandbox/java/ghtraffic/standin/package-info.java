/**
 * A stand-in for GitHub's REST API, so that the sandbox and the tests need neither GitHub nor a token.
 *
 * <p>{@link ghtraffic.standin.GitHubStandIn} starts and controls it, and {@link ghtraffic.standin.faults.Failure} lists
 * the ways in which it can fail. It can also be slow or have small limits, and it counts its requests. It listens on
 * the loopback address only and answers the application's calls as GitHub does: a traffic window of 14 days cut at the
 * hour, days without traffic absent from the list, limits, ETags, redirects and refusals. Below {@code /api/v3/} it
 * answers as a GitHub Enterprise Server, which has no traffic.
 *
 * <p>Its sample data ({@code SampleCatalog}) is small and fixed. So are its tokens ({@code Caller}), except for those
 * of the installation of its sample GitHub App ({@code GitHubApp}). Traffic is computed, never stored: every visit
 * follows from the repository and the UTC hour. Unique visitors are counted from those visits, so they behave as real
 * ones do, and moving the clock shows one consistent history.
 *
 * <p>Paths below {@code /standin/} control it from a shell: {@code PUT} and {@code GET /standin/clock}, {@code PUT} and
 * {@code DELETE /standin/failure}, {@code GET /standin/requests}.
 */
@NullMarked
package ghtraffic.standin;

import org.jspecify.annotations.NullMarked;
