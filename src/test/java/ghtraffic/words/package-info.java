@org.jspecify.annotations.NullMarked
package ghtraffic.words;
