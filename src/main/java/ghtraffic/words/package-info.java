/**
 * What people read, in the languages of this application: the bundles, in which each wording stands once, the language of
 * a request, and messages that the other rooms hand on without knowing who will read them in which language.
 */
@NullMarked
package ghtraffic.words;

import org.jspecify.annotations.NullMarked;
