/** The demonstration: who plays what when its tenant is made. */
@NullMarked
package fr.palabre.platform.demo;

import org.jspecify.annotations.NullMarked;
