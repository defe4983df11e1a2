/**
 * Conversations with the public: what was said under which post, who answers, what became of the
 * answer, and the proof that nothing is left without one.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "platform", "identity", "compliance", "network", "delivery", "community"
    })
package fr.palabre.inbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
