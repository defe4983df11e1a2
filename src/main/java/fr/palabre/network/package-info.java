/**
 * Social networks: the contract each connector fulfils, the accounts a brand has connected, their
 * tokens and limits, and the intake of what happens there.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "identity", "compliance"})
package fr.palabre.network;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
