/**
 * A stand-in for GitHub's REST API, so that the sandbox and the tests need neither GitHub nor a token.
 *
 * <p>The door is {@link ghtraffic.standin.GitHubStandIn}; {@link ghtraffic.standin.Failure} says how it can be made to
 * fail. It can also be made slow and its limits small, and it counts what it is asked. It listens on the loopback
 * address only and answers the calls of the collector as GitHub does: a traffic window of fourteen days cut at the hour,
 * days without traffic absent from the list, limits, ETags, redirects and refusals. Below {@code /api/v3/} it answers as
 * a GitHub Enterprise Server ({@code Server}), which has no traffic.
 *
 * <p>Its world is small and fixed ({@code Catalogue}) and so are the tokens it knows ({@code Caller}), except for those
 * that the installation of its sample GitHub App ({@code GitHubApp}) is given. Traffic is computed, never stored: every
 * visit follows from the repository and the UTC hour. Unique visitors are counted from those visits, so they behave as
 * real ones do, and a clock that is moved shows one consistent history.
 *
 * <p>The paths below {@code /standin/} steer it from a shell: {@code PUT} and {@code GET /standin/clock}, {@code PUT}
 * and {@code DELETE /standin/failure}, {@code GET /standin/requests}.
 */
@NullMarked
package ghtraffic.standin;

import org.jspecify.annotations.NullMarked;
