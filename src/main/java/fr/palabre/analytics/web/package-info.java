/** Statistiques, Journal and Bilans on screen. */
@NullMarked
package fr.palabre.analytics.web;

import org.jspecify.annotations.NullMarked;
