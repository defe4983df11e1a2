/** Brands, the people who work on them, what each may do, and how they sign in. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "compliance"})
package fr.palabre.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
