/**
 * Calls the REST API of GitHub. {@code GitHubClient} asks, and whatever GitHub answers is an {@code Answer}, never an exception. The
 * package keeps within the rate limits of each credential. It knows nothing of tables, tenants or pages. Facts come from the
 * documentation of the REST API, version 2022-11-28. The token itself never leaves this package.
 */
@NullMarked
package ghtraffic.github;

import org.jspecify.annotations.NullMarked;
