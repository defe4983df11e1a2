/** What is done to the bytes of images; knows neither brands nor tables. */
@NullMarked
package fr.palabre.media.image;

import org.jspecify.annotations.NullMarked;
