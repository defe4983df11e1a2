package fr.palabre.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.NoSuchElementException;
import org.springframework.core.annotation.Order;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Failures of pages that have a meaning: the drawn error page says it. */
@ControllerAdvice(annotations = Controller.class)
@Order
class PageProblems {
  @ExceptionHandler(NoSuchElementException.class)
  void missing(HttpServletResponse response) throws IOException {
    response.sendError(HttpStatus.NOT_FOUND.value());
  }

  @ExceptionHandler(OptimisticLockingFailureException.class)
  void changedSince(HttpServletResponse response) throws IOException {
    response.sendError(HttpStatus.CONFLICT.value());
  }

  /** An address made by hand: where no such id can be, there is no page. */
  @ExceptionHandler(MethodArgumentTypeMismatchException.class)
  void unreadable(MethodArgumentTypeMismatchException mismatch, HttpServletResponse response)
      throws IOException {
    var inPath = mismatch.getParameter().hasParameterAnnotation(PathVariable.class);
    response.sendError((inPath ? HttpStatus.NOT_FOUND : HttpStatus.BAD_REQUEST).value());
  }
}
