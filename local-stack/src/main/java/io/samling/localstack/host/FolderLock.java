package io.samling.localstack.host;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Holds a folder for one process; the system lets go of it whatever way the process ends. */
public final class FolderLock implements AutoCloseable {

    private final FileChannel file;

    private FolderLock(FileChannel file) {
        this.file = file;
    }

    /** Takes the folder, made where it is missing, or says who cannot share it. */
    public static FolderLock take(Path folder) {
        try {
            Files.createDirectories(folder);
            var file =
                    FileChannel.open(
                            folder.resolve("in-use.lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (isTaken(file)) {
                file.close();
                throw new StackFailure(
                        StackFailure.Kind.FOLDER_IN_USE,
                        "Another process works in the folder %s: stop it or choose another folder."
                                .formatted(folder.toAbsolutePath()));
            }
            return new FolderLock(file);
        } catch (IOException e) {
            throw Folders.unusable(folder, e);
        }
    }

    private static boolean isTaken(FileChannel file) throws IOException {
        try {
            return file.tryLock() == null;
        } catch (OverlappingFileLockException sameProcess) {
            return true;
        }
    }

    @Override
    public void close() {
        closeQuietly(file);
    }

    /** What cannot be closed any more holds nothing that a next user would miss. */
    public static void closeQuietly(@Nullable AutoCloseable resource) {
        try {
            if (resource != null) {
                resource.close();
            }
        } catch (Exception alreadyGone) {
            org.slf4j.LoggerFactory.getLogger(FolderLock.class).debug("not closed", alreadyGone);
        }
    }
}
