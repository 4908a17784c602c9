package uk.declared.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.declared.record.DamagedRecordException;
import uk.declared.record.Head;
import uk.declared.record.RecordLog;

/** Compares what somebody noted of a record with the record. */
public final class NotRecorded {
    private NotRecorded() {}

    /**
     * Those of some entries that the record of a folder does not have.
     *
     * @throws DataFolderException where the record is damaged, or the folder cannot be used
     */
    public static List<Head> of(Path folder, List<Head> entries) throws DataFolderException {
        try (DataFolder data = DataFolder.open(folder, Optional.empty());
                RecordLog record = RecordLog.open(data.record())) {
            List<Head> missing = new ArrayList<>();
            for (Head entry : entries) {
                if (!record.has(entry)) {
                    missing.add(entry);
                }
            }
            return missing;
        } catch (DamagedRecordException e) {
            throw new DataFolderException("The record of " + folder + " is damaged: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new DataFolderException("The data folder " + folder + " cannot be used: " + e.getMessage(), e);
        }
    }
}
