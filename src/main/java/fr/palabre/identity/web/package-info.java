/** The pages of sign-in, first run, team and brands. */
@NullMarked
package fr.palabre.identity.web;

import org.jspecify.annotations.NullMarked;
