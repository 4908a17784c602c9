package uk.declared.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.Thread.UncaughtExceptionHandler;
import java.nio.charset.StandardCharsets;
import java.util.function.IntConsumer;

/**
 * Ends the process where a thread dies for want of memory: a server without the threads that listen neither answers nor lets go
 * of its folder, and a command whose loading threads have died waits for them for ever. What is needed to say so is made beforehand, since there is nothing left to make it of.
 */
final class EndsWithoutMemory implements UncaughtExceptionHandler {
    /** The exit code: neither what a command found nor what it could not use. */
    static final int CODE = 3;

    private static final byte[] REASON =
            ("There is no memory left, and the program ends. What was acknowledged is in the record."
                            + " Give it more (java -Xmx2g -jar …) and start it again.\n"
                            + "Nid oes cof ar ôl, ac mae’r rhaglen yn dod i ben. Mae’r hyn a gydnabuwyd yn y cofnod."
                            + " Rhowch ragor iddo (java -Xmx2g -jar …) a’i gychwyn eto.\n")
                    .getBytes(StandardCharsets.UTF_8);

    private final OutputStream out;
    private final IntConsumer end;

    /** @param end ends the process with a code, without any tidying up */
    EndsWithoutMemory(OutputStream out, IntConsumer end) {
        this.out = out;
        this.end = end;
    }

    /** Watches over all threads of this process. */
    static void install() {
        Thread.setDefaultUncaughtExceptionHandler(
                new EndsWithoutMemory(new FileOutputStream(FileDescriptor.err), Runtime.getRuntime()::halt));
    }

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
        if (!(thrown instanceof OutOfMemoryError)) {
            System.getLogger(EndsWithoutMemory.class.getName())
                    .log(System.Logger.Level.ERROR, "A thread ended: " + thread.getName(), thrown);
            return;
        }
        try {
            out.write(REASON);
            out.flush();
        } catch (IOException e) {
            // There is nobody to tell.
            end.accept(CODE);
        }
        end.accept(CODE);
    }
}
