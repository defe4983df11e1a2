/**
 * Every act towards a network: submitted in the caller's transaction, called once, journaled before
 * and after, settled when nobody knows, stopped by a freeze.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "identity", "compliance", "network"})
package fr.palabre.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
