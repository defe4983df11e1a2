/** Outgoing e-mail. */
@NullMarked
package fr.palabre.platform.mail;

import org.jspecify.annotations.NullMarked;
