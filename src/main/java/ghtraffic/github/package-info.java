/**
 * GitHub's REST API, as far as it is needed: {@link ghtraffic.github.GitHubClient} asks, and what GitHub may answer is an
 * {@link ghtraffic.github.Answer}, never an exception. Knows nothing of tables, tenants or pages.
 *
 * <p>Facts are from GitHub's REST documentation, API version 2022-11-28.
 */
@NullMarked
package ghtraffic.github;

import org.jspecify.annotations.NullMarked;
