/** The media library: images, what they show in words, where they are used. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "identity", "compliance"})
package fr.palabre.media;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
