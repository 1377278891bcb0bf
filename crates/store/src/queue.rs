//! What waits for a writer or a reader.

use crate::{StoreFault, transaction::Transaction};
use std::{
    collections::VecDeque,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Condvar, Mutex, MutexGuard, PoisonError},
};

/// More than this waiting means that the machine cannot keep up; then it is kinder to say so than to let people wait.
const LONGEST: usize = 8192;

pub(crate) enum Work {
    Operation(Box<dyn Operation>),
    /// Maintenance that cannot run inside a transaction.
    Alone(Box<dyn FnOnce(&mut Transaction) + Send>),
}

/// A closure on its way to a thread, and the way back for its answer.
pub(crate) trait Operation: Send {
    /// Runs the closure; false when nothing of it may be kept.
    fn run(&mut self, tx: &mut Transaction) -> bool;
    fn answer(self: Box<Self>, fate: Result<(), StoreFault>);
}

pub(crate) struct Asked<F, T, E, R> {
    closure: Option<F>,
    outcome: Option<Result<T, E>>,
    reply: R,
}

impl<F, T, E, R> Asked<F, T, E, R>
where
    F: FnOnce(&mut Transaction) -> Result<T, E> + Send + 'static,
    T: Send + 'static,
    E: From<StoreFault> + Send + 'static,
    R: FnOnce(Result<T, E>) + Send + 'static,
{
    pub(crate) fn boxed(closure: F, reply: R) -> Box<dyn Operation> {
        Box::new(Asked { closure: Some(closure), outcome: None, reply })
    }
}

impl<F, T, E, R> Operation for Asked<F, T, E, R>
where
    F: FnOnce(&mut Transaction) -> Result<T, E> + Send,
    T: Send,
    E: From<StoreFault> + Send,
    R: FnOnce(Result<T, E>) + Send,
{
    fn run(&mut self, tx: &mut Transaction) -> bool {
        let Some(closure) = self.closure.take() else { return false };
        // Nothing that the closure touched outlives a panic: its savepoint is rolled back.
        self.outcome = catch_unwind(AssertUnwindSafe(|| closure(tx))).ok();
        matches!(self.outcome, Some(Ok(_)))
    }

    fn answer(self: Box<Self>, fate: Result<(), StoreFault>) {
        let result = match (self.outcome, fate) {
            (Some(Err(error)), _) => Err(error),
            (Some(Ok(value)), Ok(())) => Ok(value),
            (Some(Ok(_)) | None, Err(fault)) => Err(fault.into()),
            (None, Ok(())) => Err(StoreFault::Panicked.into()),
        };
        (self.reply)(result);
    }
}

pub(crate) struct Queue {
    state: Mutex<State>,
    ready: Condvar,
}

struct State {
    waiting: VecDeque<Work>,
    closed: bool,
}

impl Queue {
    pub(crate) fn new() -> Queue {
        Queue { state: Mutex::new(State { waiting: VecDeque::new(), closed: false }), ready: Condvar::new() }
    }

    pub(crate) fn push(&self, work: Work) {
        let mut state = self.state();
        let fault = match (state.closed, state.waiting.len() >= LONGEST) {
            (true, _) => StoreFault::Closed,
            (false, true) => StoreFault::Busy,
            (false, false) => {
                state.waiting.push_back(work);
                drop(state);
                self.ready.notify_one();
                return;
            }
        };
        drop(state);
        if let Work::Operation(operation) = work {
            operation.answer(Err(fault));
        }
    }

    /// Waits for work and takes up to `most` of it; empty when the queue is closed and done. Maintenance comes alone.
    pub(crate) fn take(&self, most: usize) -> Vec<Work> {
        let mut state = self.state();
        while state.waiting.is_empty() && !state.closed {
            state = self.ready.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        let operations = state.waiting.iter().take_while(|work| matches!(work, Work::Operation(_))).count();
        let many = operations.min(most).max(1).min(state.waiting.len());
        state.waiting.drain(..many).collect()
    }

    /// How much waits.
    pub(crate) fn len(&self) -> usize {
        self.state().waiting.len()
    }

    /// Nothing more comes in; what waits is still done.
    pub(crate) fn close(&self) {
        self.state().closed = true;
        self.ready.notify_all();
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
