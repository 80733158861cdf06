/** What every page shares, without a server. */
@org.jspecify.annotations.NullMarked
package ghtraffic.web;
