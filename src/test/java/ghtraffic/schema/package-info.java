/** Every migration on every database that can be had here: H2 as it is shipped, and Derby through the IBM driver. */
@org.jspecify.annotations.NullMarked
package ghtraffic.schema;
