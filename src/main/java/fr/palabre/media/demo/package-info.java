/** The library of the demonstration: pictures that Palabre draws itself. */
@NullMarked
package fr.palabre.media.demo;

import org.jspecify.annotations.NullMarked;
