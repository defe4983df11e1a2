/** Contents from first words to validation: composer, adaptations, decisions, history. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {"platform", "identity", "compliance", "media", "network"})
package fr.palabre.editorial;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
