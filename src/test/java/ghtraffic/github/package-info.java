/** The client of GitHub's API against the stand-in, and against servers that answer what GitHub never would. */
@org.jspecify.annotations.NullMarked
package ghtraffic.github;
