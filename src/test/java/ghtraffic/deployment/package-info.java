/** Tests of the files by which the application is deployed: {@code Dockerfile}, {@code kubernetes}, examples in the docs. */
@NullMarked
package ghtraffic.deployment;

import org.jspecify.annotations.NullMarked;
