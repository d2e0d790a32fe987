package id.dampingan.store;

import id.dampingan.form.Form;
import id.dampingan.form.FormException;
import java.io.IOException;

/// Makes a form of the file that was kept of it.
@FunctionalInterface
interface FormReader {
  Form read(String fileName, byte[] content) throws FormException, IOException;
}
