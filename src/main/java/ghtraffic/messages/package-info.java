/**
 * What people read: texts in each language, numbers and dates in words, and errors about wrong input. Each text stands once
 * per language, in {@code text_en.properties} and {@code text_de.properties}. Code hands on a {@code Message}, a key with arguments;
 * the page chooses the language, and the API uses English.
 */
@NullMarked
package ghtraffic.messages;

import org.jspecify.annotations.NullMarked;
