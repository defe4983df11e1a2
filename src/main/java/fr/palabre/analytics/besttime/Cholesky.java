package fr.palabre.analytics.besttime;

/** A positive matrix taken apart once, to solve with many times. */
final class Cholesky {
  private final double[][] lower;

  Cholesky(double[][] matrix) {
    int n = matrix.length;
    lower = new double[n][];
    for (int i = 0; i < n; i++) {
      lower[i] = new double[i + 1];
      for (int j = 0; j <= i; j++) {
        double sum = matrix[i][j];
        for (int k = 0; k < j; k++) sum -= lower[i][k] * lower[j][k];
        lower[i][j] = i == j ? Math.sqrt(sum) : sum / lower[j][j];
      }
    }
  }

  /** L⁻¹ b. */
  double[] half(double[] b) {
    var x = b.clone();
    for (int i = 0; i < x.length; i++) {
      for (int k = 0; k < i; k++) x[i] -= lower[i][k] * x[k];
      x[i] /= lower[i][i];
    }
    return x;
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
    return sum;
  }
}
