/** The people of the public: who they are on each network, and what we know of them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "identity", "compliance", "network"})
package fr.palabre.community;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
