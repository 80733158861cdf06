/** What starts a collection run besides people: the timer, an event from outside, and the old address. */
@NullMarked
package ghtraffic.collection.triggers;

import org.jspecify.annotations.NullMarked;
