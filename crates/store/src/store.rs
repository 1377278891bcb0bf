use crate::{
    Creation, Dialect, Failure, Location, StoreFault, Transaction,
    lock::FolderLock,
    migration::newest_schema,
    opening,
    pace::{Groups, Pace},
    queue::{Asked, Queue, Work},
    transaction::Connection,
    uncounted::Heap,
};
use base::Moment;
use std::{
    path::Path,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicI64, Ordering},
        mpsc,
    },
    thread::{self, JoinHandle},
};
use tokio::sync::oneshot;

/// Most operations in one commit.
const LARGEST_GROUP: usize = 256;
/// On PostgreSQL fewer: every statement is a round trip, and beyond 64 savepoints the server's memory of them spills.
const LARGEST_POSTGRESQL_GROUP: usize = 64;

/// The open state of one instance. Clones share it; the last one to go finishes what waits and closes it.
#[derive(Clone)]
pub struct Store {
    inner: Arc<Inner>,
}

struct Inner {
    dialect: Dialect,
    location: Location,
    writes: Arc<Queue>,
    reads: Arc<Queue>,
    writers: Mutex<Vec<JoinHandle<()>>>,
    readers: Mutex<Vec<JoinHandle<()>>>,
    temporary_names: AtomicI64,
    heap: Heap,
    groups: Arc<Groups>,
    lock: Mutex<Option<FolderLock>>,
}

impl Store {
    /// Opens the database, migrates it (keeping a copy of an SQLite file that holds something), and starts the threads.
    ///
    /// # Errors
    /// [`crate::Refusal`] for everything that whoever starts the program can put right.
    pub fn open(location: &Location, creation: Creation, now: Moment) -> Result<Store, Failure> {
        Store::open_at_schema(location, creation, now, newest_schema())
    }

    /// Opens what is there to look at it: nothing is made, migrated or locked, so also beside a running program. Whatever
    /// is written answers [`StoreFault::Closed`].
    ///
    /// # Errors
    /// As for [`Store::open`]; [`crate::Refusal::Older`] for what this program would have to migrate first.
    pub fn open_to_look(location: &Location) -> Result<Store, Failure> {
        let store = opening::open_to_look(location, false)?;
        store.inner.writes.close();
        Ok(store)
    }

    /// The same for whoever backs up, which an older program's data let one do too.
    ///
    /// # Errors
    /// As for [`Store::open_to_look`], without [`crate::Refusal::Older`].
    pub fn open_to_back_up(location: &Location) -> Result<Store, Failure> {
        let store = opening::open_to_look(location, true)?;
        store.inner.writes.close();
        Ok(store)
    }

    /// Opens it at an earlier schema than this program's, as an older program would have made it: for what is restored at
    /// the schema of its backup, and for whoever tries how old data are upgraded.
    ///
    /// # Errors
    /// As for [`Store::open`].
    pub fn open_at_schema(location: &Location, creation: Creation, now: Moment, schema: u32) -> Result<Store, Failure> {
        match location {
            Location::Folder(folder) => opening::open_folder(location, folder, creation, now, schema),
            Location::Postgres(address) => opening::open_server(location, address, creation, now, schema),
        }
    }

    /// Runs `operation` on the writer; what it did is on the disk when this answers `Ok`.
    ///
    /// Dropping the future does not stop an operation that already waits.
    ///
    /// # Errors
    /// What the operation answered, or a [`StoreFault`]; either way nothing of it was kept.
    pub async fn write<T, E>(
        &self,
        operation: impl FnOnce(&mut Transaction) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreFault> + Send + 'static,
    {
        ask(&self.inner.writes, operation).await
    }

    /// Runs `operation` on a reader: it sees one state from beginning to end, and changes nothing.
    ///
    /// # Errors
    /// As for [`Store::write`].
    pub async fn read<T, E>(
        &self,
        operation: impl FnOnce(&mut Transaction) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreFault> + Send + 'static,
    {
        ask(&self.inner.reads, operation).await
    }

    /// [`Store::write`] for the command line and for threads.
    ///
    /// # Errors
    /// As for [`Store::write`].
    pub fn write_blocking<T, E>(
        &self,
        operation: impl FnOnce(&mut Transaction) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreFault> + Send + 'static,
    {
        ask_blocking(&self.inner.writes, operation)
    }

    /// [`Store::read`] for the command line and for threads.
    ///
    /// # Errors
    /// As for [`Store::write`].
    pub fn read_blocking<T, E>(
        &self,
        operation: impl FnOnce(&mut Transaction) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreFault> + Send + 'static,
    {
        ask_blocking(&self.inner.reads, operation)
    }

    /// Does what waits, then lets go of the database. Later operations answer [`StoreFault::Closed`].
    pub fn close(&self) {
        self.inner.close();
    }

    /// What is wrong with the database file, in the engine's words; empty when nothing is.
    ///
    /// # Errors
    /// [`StoreFault`] when it cannot be looked at.
    pub fn check_blocking(&self) -> Result<Vec<String>, StoreFault> {
        self.read_blocking(|tx| tx.dialect().check(tx.connection()))
    }

    /// Answers when so many answers came through this process that they should be counted before their time.
    pub async fn much_is_uncounted(&self) {
        self.inner.heap.is_large().await;
    }

    /// How the writer keeps up, since the store was opened here.
    pub fn pace(&self) -> Pace {
        self.inner.groups.pace(self.inner.writes.len(), self.inner.reads.len())
    }

    pub fn dialect(&self) -> Dialect {
        self.inner.dialect
    }

    pub fn location(&self) -> &Location {
        &self.inner.location
    }

    /// Runs `task` on the writer outside any transaction.
    pub(crate) fn alone<T: Send + 'static>(
        &self,
        task: impl FnOnce(&mut Transaction) -> Result<T, StoreFault> + Send + 'static,
    ) -> oneshot::Receiver<Result<T, StoreFault>> {
        let (sender, receiver) = oneshot::channel();
        self.inner.writes.push(Work::Alone(Box::new(move |tx| {
            // Nobody may wait for the answer any more; the task was still worth doing.
            let _ = sender.send(task(tx));
        })));
        receiver
    }

    /// The data folder, where there is one.
    pub(crate) fn folder(&self) -> Option<&Path> {
        match &self.inner.location {
            Location::Folder(folder) => Some(folder),
            Location::Postgres(_) => None,
        }
    }

    /// A name for a temporary file that no other thread of this process uses.
    pub(crate) fn temporary_name(&self) -> String {
        let number = self.inner.temporary_names.fetch_add(1, Ordering::Relaxed);
        format!("incoming-{}-{number}", std::process::id())
    }
}

async fn ask<T, E>(
    queue: &Queue,
    operation: impl FnOnce(&mut Transaction) -> Result<T, E> + Send + 'static,
) -> Result<T, E>
where
    T: Send + 'static,
    E: From<StoreFault> + Send + 'static,
{
    let (sender, receiver) = oneshot::channel();
    let reply = move |result| {
        let _ = sender.send(result);
    };
    queue.push(Work::Operation(Asked::boxed(operation, reply)));
    receiver.await.unwrap_or_else(|_| Err(StoreFault::Closed.into()))
}

fn ask_blocking<T, E>(
    queue: &Queue,
    operation: impl FnOnce(&mut Transaction) -> Result<T, E> + Send + 'static,
) -> Result<T, E>
where
    T: Send + 'static,
    E: From<StoreFault> + Send + 'static,
{
    let (sender, receiver) = mpsc::sync_channel(1);
    let reply = move |result| {
        let _ = sender.send(result);
    };
    queue.push(Work::Operation(Asked::boxed(operation, reply)));
    receiver.recv().unwrap_or_else(|_| Err(StoreFault::Closed.into()))
}

impl Store {
    pub(crate) fn start(
        location: &Location,
        dialect: Dialect,
        writers: Vec<Connection>,
        readers: Vec<Connection>,
        lock: Option<FolderLock>,
    ) -> Result<Store, Failure> {
        let writes = Arc::new(Queue::new());
        let reads = Arc::new(Queue::new());
        let heap = Heap::default();
        let groups = Arc::new(Groups::default());
        let store = Store {
            inner: Arc::new(Inner {
                dialect,
                location: location.clone(),
                writes: writes.clone(),
                reads: reads.clone(),
                writers: Mutex::new(Vec::new()),
                readers: Mutex::new(Vec::new()),
                temporary_names: AtomicI64::new(0),
                heap: heap.clone(),
                groups: groups.clone(),
                lock: Mutex::new(lock),
            }),
        };
        let group = match dialect {
            Dialect::Sqlite => LARGEST_GROUP,
            Dialect::Postgresql => LARGEST_POSTGRESQL_GROUP,
        };
        for (number, connection) in (0..).zip(writers) {
            let mut tx = Transaction::new(connection, number, heap.clone());
            let (queue, groups) = (writes.clone(), groups.clone());
            spawn(&store.inner.writers, format!("store-writer-{number}"), move || {
                write_until_closed(&mut tx, &queue, group, &groups);
            })?;
        }
        for (number, connection) in (0..).zip(readers) {
            let mut tx = Transaction::new(connection, number, heap.clone());
            let queue = reads.clone();
            spawn(&store.inner.readers, format!("store-reader-{number}"), move || read_until_closed(&mut tx, &queue))?;
        }
        Ok(store)
    }
}

fn spawn(
    threads: &Mutex<Vec<JoinHandle<()>>>,
    name: String,
    work: impl FnOnce() + Send + 'static,
) -> Result<(), Failure> {
    let handle = thread::Builder::new().name(name).spawn(work)?;
    threads.lock().unwrap_or_else(PoisonError::into_inner).push(handle);
    Ok(())
}

fn write_until_closed(tx: &mut Transaction, queue: &Queue, group: usize, groups: &Groups) {
    loop {
        let mut operations = Vec::new();
        let mut tasks = Vec::new();
        for work in queue.take(group) {
            match work {
                Work::Operation(operation) => operations.push(operation),
                Work::Alone(task) => tasks.push(task),
            }
        }
        if operations.is_empty() && tasks.is_empty() {
            return;
        }
        if !operations.is_empty() {
            groups.note(operations.len());
            tx.commit_together(operations);
        }
        for task in tasks {
            if std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| task(tx))).is_err() {
                tx.abandon();
            }
        }
    }
}

fn read_until_closed(tx: &mut Transaction, queue: &Queue) {
    loop {
        let taken = queue.take(1);
        if taken.is_empty() {
            return;
        }
        for work in taken {
            match work {
                Work::Operation(operation) => tx.read_alone(operation),
                Work::Alone(task) => task(tx),
            }
        }
    }
}

impl Inner {
    fn close(&self) {
        // Readers first: the last connection to an SQLite file empties its log into it, which a reader may not do.
        self.reads.close();
        wait_for(&self.readers);
        self.writes.close();
        wait_for(&self.writers);
        self.lock.lock().unwrap_or_else(PoisonError::into_inner).take();
    }
}

fn wait_for(threads: &Mutex<Vec<JoinHandle<()>>>) {
    let threads = std::mem::take(&mut *threads.lock().unwrap_or_else(PoisonError::into_inner));
    for handle in threads {
        // The last clone may go inside an operation; a thread does not wait for itself.
        if handle.thread().id() != thread::current().id() && handle.join().is_err() {
            tracing::error!("a thread of the store ended in a panic");
        }
    }
}

impl Drop for Inner {
    fn drop(&mut self) {
        self.close();
    }
}
