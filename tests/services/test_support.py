from signin.services import support


def test_the_condition_counts_rows_and_faults_and_names_nobody(meeting, people):
    found = support.condition(meeting)
    assert found.sound
    assert (found.rows["event"], found.rows["attendee"], found.rows["scan"]) == (1, len(people), 0)
    assert set(found.faults) == {"file", "references", "presence", "codes", "scans", "records"}
    assert not any(person.name in str(found) for person in people)


def test_a_fault_is_counted(meeting):
    with meeting.store.write() as tx:
        tx.exec_driver_sql("UPDATE code SET code = 'WRONG' WHERE rowid = 1")
    found = support.condition(meeting)
    assert not found.sound
    assert found.faults["codes"] == 1
