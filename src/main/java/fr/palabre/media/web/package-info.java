/** The pages of the media library, and its files. */
@NullMarked
package fr.palabre.media.web;

import org.jspecify.annotations.NullMarked;
