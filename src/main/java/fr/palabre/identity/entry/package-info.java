/** How people come in: first run, sign-in, sessions, forgotten passwords. */
@NullMarked
package fr.palabre.identity.entry;

import org.jspecify.annotations.NullMarked;
