/** What is done to texts: cutting, comparing, finding links. Pure functions. */
@NullMarked
package fr.palabre.editorial.text;

import org.jspecify.annotations.NullMarked;
