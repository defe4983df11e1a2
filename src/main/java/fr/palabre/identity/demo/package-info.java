/** The demonstration brand: made at the first start that asks for it, with people of each role. */
@NullMarked
package fr.palabre.identity.demo;

import org.jspecify.annotations.NullMarked;
